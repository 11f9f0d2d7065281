package footnote.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets a client through that shows a key, if keys are asked for, and that does not come too often. */
final class ClientGuard {
    private static final int MOST_CLIENTS = 100_000;
    private static final String BEARER = "Bearer ";
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private final ApiKeys keys;
    private final boolean proxied;
    private final int perMinute;
    private final Duration patience;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    ClientGuard(Access access, Limits limits) {
        this.keys = access.keys();
        this.proxied = access.publicUrl() != null;
        this.perMinute = limits.requestsPerMinute();
        this.patience = limits.request();
    }

    /** @throws Refusal 401 if a key is needed and none fits */
    void checkKey(Context ctx) {
        if (!keys.isEmpty() && !keys.contains(key(ctx))) {
            ctx.header(Header.WWW_AUTHENTICATE, "Bearer");
            throw Refusal.of(401, "Send one of the API keys as 'Authorization: Bearer KEY'.");
        }
    }

    /** So long a client may take to send its body. */
    void allowTime(Context ctx) {
        JsonBody.allow(ctx, patience);
    }

    private static String key(Context ctx) {
        String authorization = ctx.header(Header.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        @Nullable String own = ctx.header("X-Api-Key");
        return own == null ? "" : own;
    }

    /** @throws Refusal 429 if the client has used up its share */
    void checkRate(Context ctx) {
        if (perMinute == 0) {
            return;
        }
        ConsumptionProbe probe = buckets.get(client(ctx), unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1));
            throw Refusal.later(429, "At most " + perMinute + " requests a minute are served to one client.", seconds);
        }
    }

    /** Behind a proxy the client is whom that names last; whatever stands before it, the client may have made up. */
    private String client(Context ctx) {
        String named = ctx.header("X-Forwarded-For");
        if (!proxied || named == null || !isNear(ctx.req().getRemoteAddr())) {
            return ctx.ip();
        }
        String last = named.substring(named.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : ctx.ip();
    }

    /** A proxy of ours stands on this machine or in its network. */
    private static boolean isNear(String address) {
        try {
            InetAddress near = InetAddress.getByName(address);
            return near.isLoopbackAddress() || near.isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
