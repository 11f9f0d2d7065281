package footnote.slack;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which questions somebody has taken, kept on disk: one small file for each, and who makes it first has the question. That
 * holds between threads, between the replicas that share the folder, and over a restart. Threads may share it.
 */
final class SeenQuestions implements AutoCloseable {
    /** Slack sends an event again for up to a day. */
    private static final Duration KEPT = Duration.ofHours(26);

    private static final Duration THREADS_KEPT = Duration.ofDays(60);
    private static final String DELETED = "deleted";
    private static final String QUESTION = ".json";
    private static final String EDIT = "~";
    private static final String NEWEST = ".newest";
    private static final String COMMAND = "command-";
    private static final String ANSWERED = "{}";

    private final Gson gson = new Gson();
    private final SharedFolder questions;
    private final SharedFolder threads;
    private final Owner owner;

    private SeenQuestions(Path folder) {
        questions = SharedFolder.open(folder, "questions");
        threads = SharedFolder.open(folder, "threads");
        owner = Owner.open(folder);
    }

    static SeenQuestions open(Path folder) {
        return new SeenQuestions(folder);
    }

    /** Takes a question; false if it has been taken before. */
    boolean take(Asked asked) {
        threads.keep(Asked.key(asked.channel(), asked.thread()));
        return questions.create(name(asked), text(asked, null, false));
    }

    /** Takes a command; false if it has been taken before. */
    boolean take(Command command) {
        return questions.create(COMMAND + command.trigger(), text(command));
    }

    /** The command needs no answer any more; that it was taken stays known, where its answer went does not. */
    void finished(Command command) {
        questions.replace(COMMAND + command.trigger(), ANSWERED);
    }

    private String text(Command command) {
        return gson.toJson(new TakenCommand(command, owner.name()));
    }

    /** Takes anything else that must happen once. */
    boolean takeOnce(String name) {
        return questions.create("once-" + name, owner.name());
    }

    /** The question's answer is this message now. */
    void posted(Asked asked, String message) {
        questions.replace(name(asked), text(asked, message, false));
    }

    void finished(Asked asked, @Nullable String message) {
        questions.replace(name(asked), text(asked, message, true));
    }

    private String text(Asked asked, @Nullable String message, boolean done) {
        return gson.toJson(new Taken(asked, owner.name(), message, done));
    }

    boolean isTaken(String key) {
        return questions.has(key + QUESTION);
    }

    /** The message that answers a question, if it is known here. */
    Optional<String> answerTo(String key) {
        return taken(key + QUESTION).flatMap(taken -> Optional.ofNullable(taken.message()));
    }

    /** From now on only this revision of the question is to be answered. */
    void edited(String key, String revision) {
        questions.replace(key + NEWEST, revision);
    }

    void deleted(String key) {
        edited(key, DELETED);
    }

    boolean isDeleted(String key) {
        return newest(key).equals(DELETED);
    }

    /** Whether the question has been edited or deleted since. */
    boolean isOutdated(Asked asked) {
        return newest(asked.key()).compareTo(asked.revision()) > 0;
    }

    private String newest(String key) {
        return questions.read(key + NEWEST).orElse(Asked.ORIGINAL);
    }

    /** Whether the bot has been asked something in this thread. */
    boolean knowsThread(String channel, String thread) {
        return threads.has(Asked.key(channel, thread));
    }

    void remember(String channel, String thread) {
        threads.keep(Asked.key(channel, thread));
    }

    /** Keeps a text for as long as a question. */
    void keep(String name, String text) {
        questions.replace("kept-" + name, text);
    }

    Optional<String> kept(String name) {
        return questions.read("kept-" + name);
    }

    /** Takes over what processes that have died left unanswered. */
    Left takeOver() {
        Left left = new Left(new ArrayList<>(), new ArrayList<>());
        owner.bury(dead -> {
            for (String file : questions.names()) {
                taken(file)
                        .filter(taken -> !taken.done() && taken.owner().equals(dead))
                        .ifPresent(taken -> {
                            questions.replace(file, text(taken.asked(), taken.message(), false));
                            left.questions().add(taken);
                        });
                takenCommand(file).filter(taken -> dead.equals(taken.owner())).ifPresent(taken -> {
                    questions.replace(file, text(taken.command()));
                    left.commands().add(taken.command());
                });
            }
        });
        return left;
    }

    /** The question and its edits, as far as somebody has taken them, the latest last. */
    List<Taken> revisions(String key) {
        return questions.names().stream()
                .filter(file -> file.equals(key + QUESTION) || file.startsWith(key + EDIT))
                .flatMap(file -> taken(file).stream())
                .sorted(Comparator.comparing(taken -> taken.asked().revision()))
                .toList();
    }

    /** Forgets what Slack will not send again. */
    void forget(Instant now) {
        questions.forget(now.minus(KEPT));
        questions.forgetHalfWritten(now);
        threads.forget(now.minus(THREADS_KEPT));
    }

    private Optional<Taken> taken(String file) {
        return file.endsWith(QUESTION) ? read(file, Taken.class) : Optional.empty();
    }

    private Optional<TakenCommand> takenCommand(String file) {
        return file.startsWith(COMMAND) ? read(file, TakenCommand.class) : Optional.empty();
    }

    private <T> Optional<T> read(String file, Class<T> type) {
        try {
            return questions.read(file).map(text -> gson.fromJson(text, type));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static String name(Asked asked) {
        return asked.key() + (asked.revision().isEmpty() ? "" : EDIT + asked.revision()) + QUESTION;
    }

    @Override
    public void close() {
        owner.close();
    }

    /**
     * A question that somebody has taken.
     *
     * @param owner the process
     * @param message the time stamp of the answer; null if none is posted yet
     * @param done whether the answer is complete
     */
    record Taken(Asked asked, String owner, @Nullable String message, boolean done) {}

    /** @param owner the process; null once the command is answered */
    private record TakenCommand(Command command, @Nullable String owner) {}

    /** What a dead process has begun and not finished. */
    record Left(List<Taken> questions, List<Command> commands) {}
}
