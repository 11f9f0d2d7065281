package footnote.slack;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the workspace has been found not to have, so that it isn't asked for again. Threads may share it. */
final class Abilities {
    /** What not every workspace and not every kind of channel has. */
    enum Ability {
        STATUS,
        STREAM,
        FEEDBACK
    }

    private record Missing(Ability ability, char kind) {}

    private final Set<Missing> missing = ConcurrentHashMap.newKeySet();

    boolean has(Ability ability, String channel) {
        return !missing.contains(new Missing(ability, channel.charAt(0)));
    }

    /** Remembers a refusal that will last, for all channels of the same kind. */
    void refused(Ability ability, String channel, SlackFault fault) {
        if (fault.isLasting()) {
            missing.add(new Missing(ability, channel.charAt(0)));
        }
    }
}
