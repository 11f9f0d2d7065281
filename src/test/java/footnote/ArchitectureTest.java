package footnote;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the packages, and the habits that a compiler doesn't hold. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("footnote");

    private static final int LONGEST_FILE = 300;

    @Test
    void packagesImportOnlyThoseBeforeThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("domain")
                .definedBy("footnote.domain..")
                .layer("search")
                .definedBy("footnote.search..")
                .layer("ingest")
                .definedBy("footnote.ingest..")
                .layer("answer")
                .definedBy("footnote.answer..")
                .layer("model")
                .definedBy("footnote.model..")
                .layer("web")
                .definedBy("footnote.web..")
                .layer("slack")
                .definedBy("footnote.slack..")
                .layer("eval")
                .definedBy("footnote.eval..")
                .layer("start")
                .definedBy("footnote")
                .whereLayer("domain")
                .mayNotAccessAnyLayer()
                .whereLayer("search")
                .mayOnlyAccessLayers("domain")
                .whereLayer("ingest")
                .mayOnlyAccessLayers("domain", "search")
                .whereLayer("answer")
                .mayOnlyAccessLayers("domain", "search")
                .whereLayer("model")
                .mayOnlyAccessLayers("domain", "search", "answer")
                .whereLayer("web")
                .mayOnlyAccessLayers("domain", "search", "answer")
                .whereLayer("slack")
                .mayOnlyAccessLayers("domain", "answer")
                .whereLayer("eval")
                .mayOnlyAccessLayers("domain", "search", "ingest", "answer")
                .whereLayer("start")
                .mayNotBeAccessedByAnyLayer()
                .check(PRODUCT);
    }

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        classes()
                .should()
                .resideInAnyPackage(
                        "footnote",
                        "footnote.domain..",
                        "footnote.search..",
                        "footnote.ingest..",
                        "footnote.answer..",
                        "footnote.model..",
                        "footnote.web..",
                        "footnote.slack..",
                        "footnote.eval..")
                .check(PRODUCT);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("footnote.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void theDomainKnowsNoLibrary() {
        classes()
                .that()
                .resideInAPackage("footnote.domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("footnote.domain..", "java..", "org.jspecify.annotations"))
                .check(PRODUCT);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "org.apache.lucene.., search",
        "dev.langchain4j.., answer model",
        "ai.onnxruntime.., model",
        "ai.djl.., model",
        "io.javalin.., web",
        "org.eclipse.jetty.., web",
        "jakarta.servlet.., web",
        "com.fasterxml.jackson.., answer model web eval",
        "org.commonmark.., ingest",
        "org.jsoup.., ingest",
        "org.apache.pdfbox.., ingest",
        "org.apache.poi.., ingest",
        "com.slack.api.., slack",
        "com.google.gson.., slack",
        "okhttp3.., slack",
        "org.java_websocket.., slack"
    })
    void aLibraryIsUsedOnlyInItsHome(String library, String homes) {
        String[] packages = Stream.of(homes.split(" ", -1))
                .map(home -> "footnote." + home + "..")
                .toArray(String[]::new);

        noClasses()
                .that(not(resideInAnyPackage(packages)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picocli..", "ch.qos.logback.."})
    void theRootPackageAloneKnowsTheCommandLineAndTheLogsSettings(String library) {
        noClasses()
                .that(not(resideInAPackage("footnote")))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(PRODUCT);
    }

    @Test
    void logsGoThroughOneInterface() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Footnote.class)
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging"))
                .check(PRODUCT);
    }

    @Test
    void onlyTheRootPackageWritesToTheTerminal() {
        noClasses()
                .that(not(resideInAPackage("footnote")))
                .should(ACCESS_STANDARD_STREAMS)
                .check(PRODUCT);
    }

    @Test
    void nullIsSpokenForInEveryPackage() {
        Set<String> silent = new TreeSet<>();
        for (JavaClass type : PRODUCT) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                silent.add(home.getName());
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void namesSayWhatATypeIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*[.$](Abstract\\w*|\\w*(Manager|Helper|Utils?|Data|Info))")
                .check(PRODUCT);
    }

    @Test
    void noFileIsLongerThanItsWall() throws IOException {
        for (Path source : List.of(Path.of("src/main/java"), Path.of("src/main/launcher"))) {
            assertThat(javaFiles(source)).isNotEmpty().allSatisfy(file -> assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .hasSizeLessThanOrEqualTo(LONGEST_FILE));
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
