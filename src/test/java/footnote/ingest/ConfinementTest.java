package footnote.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfinementTest {
    private static final int LITTLE = 64;

    @TempDir
    Path path;

    @Test
    void readsOneFileAfterTheOther() throws Exception {
        try (Confinement confinement = new Confinement(LITTLE, Duration.ofSeconds(60))) {
            assertThat(confinement
                            .read(page("one", "<h1>One</h1><p>half a pair: &#xD83D;"))
                            .text())
                    .startsWith("One\n\nhalf");
            assertThat(confinement
                            .read(page("two", "<h1>Two \uD83D\uDE00</h1>"))
                            .headings())
                    .singleElement()
                    .satisfies(heading -> assertThat(heading.text()).isEqualTo("Two \uD83D\uDE00"));
        }
    }

    @Test
    void handsOverTheReasonWhyAFileIsNoDocument() {
        try (Confinement confinement = new Confinement(LITTLE, Duration.ofSeconds(60))) {
            assertThatThrownBy(() -> confinement.read(file("a.pdf", "Just words.")))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessage("not a PDF");
            assertThatThrownBy(() -> confinement.read(file("b.pdf", "%PDF-1.7\n1 0 obj\n<< /Length 99999 >> stream")))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageStartingWith("broken inside");
        }
    }

    @Test
    void survivesAFileThatTakesTooMuchMemory() throws Exception {
        SourceFile bomb = bombOfMemory();
        try (Confinement confinement = new Confinement(LITTLE, Duration.ofMinutes(5))) {
            assertThat(Files.size(bomb.path())).isLessThan(1 << 20);
            assertThatThrownBy(() -> confinement.read(bomb))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessage("takes more than 64 MiB of memory to read");
            assertThat(confinement.read(page("next", "<p>Next.")).text()).isEqualTo("Next.");
        }
    }

    @Test
    void survivesAFileThatTakesTooMuchTime() throws Exception {
        SourceFile bomb = bombOfTime();
        try (Confinement confinement = new Confinement(LITTLE, Duration.ofSeconds(3))) {
            assertThatThrownBy(() -> confinement.read(bomb))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessage("takes longer than 3 seconds to read");
        }
        try (Confinement confinement = new Confinement(LITTLE, Duration.ofSeconds(60))) {
            assertThat(confinement.read(page("next", "<p>Next.")).text()).isEqualTo("Next.");
        }
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        long before = ProcessHandle.current().children().count();
        try (Confinement confinement = new Confinement(LITTLE, Duration.ofSeconds(60))) {
            confinement.read(page("one", "<p>One."));
            assertThat(ProcessHandle.current().children().count()).isEqualTo(before + 1);
        }
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    }

    private SourceFile page(String name, String html) throws IOException {
        return file(name + ".html", html);
    }

    private SourceFile file(String name, String text) throws IOException {
        return new SourceFile(Files.writeString(path.resolve(name), text), name);
    }

    /** A page whose few kilobytes of drawing unpack to millions of letters. */
    private SourceFile bombOfMemory() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDResources resources = new PDResources();
            String font = resources.add(new PDType1Font(FontName.HELVETICA)).getName();
            page.setResources(resources);
            PDStream drawing = new PDStream(pdf);
            try (OutputStream out = drawing.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(("BT /" + font + " 9 Tf " + "(words) Tj ".repeat(500_000) + "ET").getBytes(US_ASCII));
            }
            page.setContents(drawing);
            pdf.save(path.resolve("memory.pdf").toFile());
        }
        return new SourceFile(path.resolve("memory.pdf"), "memory.pdf");
    }

    /** Twelve drawings, each of which shows the next one ten times. */
    private SourceFile bombOfTime() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDResources resources = new PDResources();
            for (int level = 0; level < 12; level++) {
                PDFormXObject drawing = new PDFormXObject(new PDStream(pdf));
                drawing.setBBox(PDRectangle.A4);
                drawing.setResources(resources);
                PDResources above = new PDResources();
                String name = above.add(drawing).getName();
                try (OutputStream out = drawing.getStream().createOutputStream()) {
                    String inner = level == 0 ? "" : "/" + names(resources) + " Do ";
                    out.write(inner.repeat(10).getBytes(US_ASCII));
                }
                assertThat(name).isNotEmpty();
                resources = above;
            }
            page.setResources(resources);
            PDStream shown = new PDStream(pdf);
            try (OutputStream out = shown.createOutputStream()) {
                out.write(("/" + names(resources) + " Do ").getBytes(US_ASCII));
            }
            page.setContents(shown);
            pdf.save(path.resolve("time.pdf").toFile());
        }
        return new SourceFile(path.resolve("time.pdf"), "time.pdf");
    }

    private static String names(PDResources resources) {
        return resources.getXObjectNames().iterator().next().getName();
    }
}
