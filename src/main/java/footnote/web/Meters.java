package footnote.web;

import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.search.PassageIndex;
import io.javalin.http.Context;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the server does, for {@code GET /metrics} in Prometheus' text form. Threads may share it. */
final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final DistributionSummary support =
            DistributionSummary.builder("footnote.answer.support").register(registry);

    Meters(PassageIndex index) {
        registry.gauge("footnote.questions.in.flight", inFlight);
        registry.gauge("footnote.index.documents", index, known -> known.state().documents());
        registry.gauge("footnote.index.passages", index, known -> known.state().passages());
        registry.gauge(
                "footnote.index.generation", index, known -> known.state().generation());
    }

    void asking(Runnable question) {
        inFlight.incrementAndGet();
        try {
            question.run();
        } finally {
            inFlight.decrementAndGet();
        }
    }

    void heard(AnswerEvent event) {
        switch (event) {
            case AnswerEvent.Sources sources ->
                registry.counter("footnote.questions.searched").increment();
            case AnswerEvent.Text text -> registry.counter("footnote.pieces").increment();
            case AnswerEvent.Completed completed -> ended("answered", completed.answer());
            case AnswerEvent.Declined declined -> ended("declined", declined.closest());
            case AnswerEvent.Failed failed -> count("failed", "none");
        }
    }

    private void ended(String outcome, Answer answer) {
        count(outcome, answer.answerer());
        took("retrieve", answer.millis().retrieve());
        took("answer", answer.millis().answer());
        took("total", answer.millis().total());
        if (answer.support() != null) {
            support.record(answer.support());
        }
    }

    private void count(String outcome, String answerer) {
        registry.counter("footnote.questions", "outcome", outcome, "answerer", answerer)
                .increment();
    }

    private void took(String step, long millis) {
        Timer.builder("footnote.question.duration")
                .tag("step", step)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(2))
                .register(registry)
                .record(Duration.ofMillis(millis));
    }

    /** Counts a reply by its route, not by its path, of which strangers could make up any number. */
    void replied(Context ctx) {
        var route = ctx.endpoints().lastHttpEndpoint();
        registry.counter(
                        "footnote.replies",
                        "route",
                        route == null ? "none" : route.path,
                        "status",
                        Integer.toString(ctx.statusCode()))
                .increment();
    }

    void show(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    @Override
    public void close() {
        registry.close();
    }
}
