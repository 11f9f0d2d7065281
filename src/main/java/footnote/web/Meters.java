package footnote.web;

import footnote.answer.Assistant;
import footnote.answer.generate.ModelUse;
import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.search.PassageIndex;
import io.javalin.http.Context;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts what the server does, for {@code GET /metrics} in Prometheus' text form. Threads may share it. */
final class Meters implements Assistant.Observer, AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final DistributionSummary support =
            DistributionSummary.builder("footnote.answer.support").register(registry);

    Meters(PassageIndex index, Limits limits) {
        registry.gauge("footnote.questions.in.flight", inFlight);
        registry.gauge("footnote.questions.in.flight.most", limits, Limits::questionsInFlight);
        registry.gauge("footnote.index.documents.without.vectors", index, PassageIndex::countWithoutVectors);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new FileDescriptorMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        registry.gauge("footnote.index.documents", index, known -> known.state().documents());
        registry.gauge("footnote.index.passages", index, known -> known.state().passages());
        registry.gauge(
                "footnote.index.generation", index, known -> known.state().generation());
    }

    @Override
    public void began() {
        inFlight.incrementAndGet();
    }

    @Override
    public void ended() {
        inFlight.decrementAndGet();
    }

    @Override
    public void heard(AnswerEvent event) {
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
        took("footnote.question.duration", "retrieve", answer.millis().retrieve());
        took("footnote.question.duration", "answer", answer.millis().answer());
        took("footnote.question.duration", "total", answer.millis().total());
        if (answer.support() != null) {
            support.record(answer.support());
        }
    }

    void used(ModelUse use) {
        registry.counter("footnote.model.calls", "model", use.model(), "outcome", use.outcome())
                .increment();
        tokens(use.model(), "in", use.inputTokens());
        tokens(use.model(), "out", use.outputTokens());
        registry.counter("footnote.model.sentences.withheld", "model", use.model())
                .increment(use.withheld());
        if (use.firstPieceMillis() > 0) {
            took("footnote.model.duration", "first piece", use.firstPieceMillis());
        }
        took("footnote.model.duration", "all", use.millis());
    }

    private void tokens(String model, String direction, @Nullable Integer count) {
        if (count != null) {
            registry.counter("footnote.model.tokens", "model", model, "direction", direction)
                    .increment(count);
        }
    }

    private void count(String outcome, String answerer) {
        registry.counter("footnote.questions", "outcome", outcome, "answerer", answerer)
                .increment();
    }

    private void took(String timer, String step, long millis) {
        Timer.builder(timer)
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
