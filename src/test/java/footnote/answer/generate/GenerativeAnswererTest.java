package footnote.answer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.answer.Assistant.AskerGone;
import footnote.answer.Draft;
import footnote.answer.Draft.Statement;
import footnote.testing.FakeProvider;
import footnote.testing.FakeProvider.Behaviour;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class GenerativeAnswererTest {
    private final FakeProvider provider = new FakeProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    @ParameterizedTest
    @EnumSource
    void streamsAndCitesWhatTheModelWrites(ModelName.Provider kind) {
        Answering answering = new Answering(provider, kind, Answering.SHORT);

        Draft draft = answering.draft();

        assertThat(answering.heard).containsExactlyElementsOf(provider.pieces);
        assertThat(draft.statements()).extracting(Statement::text).containsExactly("The library opened in 1931.");
        assertThat(draft.answerer()).isEqualTo("openai:m");
        assertThat(draft.support()).isEqualTo(1.0);
        assertThat(draft.notice()).isNull();
        assertThat(answering.uses).singleElement().satisfies(use -> {
            assertThat(use.outcome()).isEqualTo("answered");
            assertThat(use.inputTokens()).isEqualTo(100);
            assertThat(use.outputTokens()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @EnumSource
    void streamsASlowModelPieceByPiece(ModelName.Provider kind) {
        provider.behaviour = Behaviour.SLOW;
        provider.pause = Duration.ofMillis(30);
        provider.pieces = List.of("The ", "library ", "opened ", "in ", "1931 ", "[1].");
        Answering answering = new Answering(provider, kind, Answering.SHORT);

        assertThat(answering.draft().statements()).hasSize(1);
        assertThat(answering.heard).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackWhenTheKeyIsRefused(ModelName.Provider kind) {
        provider.behaviour = Behaviour.UNAUTHORIZED;

        assertFallsBack(kind, Answering.SHORT, "The model refused Footnote's key, so the embedded answerer answered.");
        assertThat(provider.asked).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void triesTwiceAndFallsBackWhenOutOfQuota(ModelName.Provider kind) {
        provider.behaviour = Behaviour.OUT_OF_QUOTA;

        assertFallsBack(kind, Answering.SHORT, "The model is out of quota, so the embedded answerer answered.");
        assertThat(provider.asked).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackAtOnceWhenTheProviderAsksToWaitTooLong(ModelName.Provider kind) {
        provider.behaviour = Behaviour.OUT_OF_QUOTA;
        provider.retryAfter = "3600";

        assertFallsBack(kind, Answering.SHORT, "The model is out of quota, so the embedded answerer answered.");
        assertThat(provider.asked).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void answersOnTheSecondTry(ModelName.Provider kind) {
        for (Behaviour once : List.of(Behaviour.BROKEN_ONCE, Behaviour.OUT_OF_QUOTA_ONCE)) {
            try (FakeProvider own = new FakeProvider()) {
                own.behaviour = once;
                Draft draft = new Answering(own, kind, Answering.SHORT).draft();

                assertThat(draft.statements()).hasSize(1);
                assertThat(own.asked).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackWhenTheServerIsBroken(ModelName.Provider kind) {
        provider.behaviour = Behaviour.BROKEN;

        assertFallsBack(kind, Answering.SHORT, "The model was out of reach, so the embedded answerer answered.");
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackWhenNothingComes(ModelName.Provider kind) {
        provider.behaviour = Behaviour.SILENT;

        assertFallsBack(kind, Answering.IMPATIENT, "The model was too slow, so the embedded answerer answered.");
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackWhenTheStreamStalls(ModelName.Provider kind) {
        provider.pause = Duration.ofMinutes(10);
        ModelLimits limits = new ModelLimits(
                Duration.ofSeconds(1), Duration.ofSeconds(2), 8, Duration.ofSeconds(2), Duration.ofMillis(5), 5_000);

        assertFallsBack(kind, limits, "The model was too slow, so the embedded answerer answered.");
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackWhenTheStreamIsCut(ModelName.Provider kind) {
        provider.behaviour = Behaviour.CUT;
        Answering answering = new Answering(provider, kind, Answering.SHORT);

        Draft draft = answering.draft();

        assertThat(draft.notice()).isEqualTo("The model broke off, so the embedded answerer answered.");
        assertThat(answering.heard).doesNotContain("embedded piece");
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackWhenTheStreamIsMalformed(ModelName.Provider kind) {
        provider.behaviour = Behaviour.MALFORMED;

        assertFallsBack(kind, Answering.IMPATIENT, "The model broke off, so the embedded answerer answered.");
    }

    @Test
    void fallsBackWhenNobodyListens() {
        FakeProvider gone = new FakeProvider();
        Answering answering = new Answering(gone, ModelName.Provider.OPENAI, Answering.SHORT);
        gone.close();

        assertThat(answering.draft().notice())
                .isEqualTo("The model was out of reach, so the embedded answerer answered.");
    }

    @Test
    void fallsBackOnNonsense() {
        provider.pieces = List.of(" ", "\n");

        assertFallsBack(
                ModelName.Provider.OPENAI,
                Answering.SHORT,
                "The model gave no usable answer, so the embedded answerer answered.");
    }

    @ParameterizedTest
    @EnumSource
    void repairsMarkersAndWithholdsInventions(ModelName.Provider kind) {
        provider.pieces = List.of(
                "The library opened in 1931. ",
                "The old bridge over the Tarn was closed on Monday. [7] ",
                "Repairs would take eleven months, said Mayor Ida Lund. [2] ",
                "See [more](https://example.com/x).");

        Draft draft = new Answering(provider, kind, Answering.SHORT).draft();

        assertThat(draft.statements())
                .extracting(Statement::text)
                .containsExactly("The library opened in 1931.", "The old bridge over the Tarn was closed on Monday.");
        assertThat(draft.notice()).contains("withheld");
        assertThat(draft.support()).isLessThan(1.0);
    }

    @Test
    void declinesWithoutNoticeWhenTheModelSaysThatThePassagesDoNotAnswer() {
        provider.pieces = List.of("The passages don't answer this question.");

        Draft draft = new Answering(provider, ModelName.Provider.OPENAI, Answering.SHORT).draft();

        assertThat(draft.statements()).isEmpty();
        assertThat(draft.notice()).isNull();
        assertThat(draft.answerer()).isEqualTo("openai:m");
    }

    @ParameterizedTest
    @EnumSource
    void stopsTheModelWhenTheAskerHasGone(ModelName.Provider kind) throws InterruptedException {
        provider.pieces = Collections.nCopies(2_000, "word ");
        provider.pause = Duration.ofMillis(5);
        Answering answering = new Answering(provider, kind, Answering.SHORT);

        assertThatThrownBy(() -> answering.draft(piece -> {
                    throw new AskerGone(null);
                }))
                .isInstanceOf(AskerGone.class);
        assertThat(provider.left.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stopsTheModelWhenTheThreadIsInterruptedBeforeTheFirstPiece() throws InterruptedException {
        provider.behaviour = Behaviour.SILENT;
        Answering answering = new Answering(provider, ModelName.Provider.OPENAI, Answering.SHORT);
        CountDownLatch gone = new CountDownLatch(1);
        Thread asker = Thread.ofVirtual().start(() -> {
            try {
                answering.draft();
            } catch (AskerGone e) {
                gone.countDown();
            }
        });
        while (provider.asked.isEmpty()) {
            Thread.onSpinWait();
        }
        asker.interrupt();

        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void answersTwoHundredQuestionsAtOnceWithFewCalls() throws InterruptedException {
        provider.pause = Duration.ofMillis(10);
        ModelLimits limits = new ModelLimits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(100),
                8,
                Duration.ofSeconds(100),
                Duration.ofMillis(5),
                5_000);
        Answering answering = new Answering(provider, ModelName.Provider.OPENAI, limits);
        AtomicInteger answered = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(200);
        for (int at = 0; at < 200; at++) {
            Thread.ofVirtual().start(() -> {
                answered.addAndGet(answering.draft().statements().size());
                done.countDown();
            });
        }

        assertThat(done.await(110, TimeUnit.SECONDS)).isTrue();
        assertThat(answered).hasValue(200);
        // The provider may still be closing a stream whose end was heard: twice the bound is the most.
        assertThat(provider.mostAtOnce.get()).isLessThanOrEqualTo(16);
        assertThat(answering.uses).hasSize(200);
    }

    private void assertFallsBack(ModelName.Provider kind, ModelLimits limits, String notice) {
        Answering answering = new Answering(provider, kind, limits);

        Draft draft = answering.draft();

        assertThat(draft.answerer()).isEqualTo("embedded");
        assertThat(draft.notice()).isEqualTo(notice);
    }
}
