package footnote.slack;

import java.time.Duration;

/**
 * How often and how patiently the bot calls Slack.
 *
 * @param show between two pieces of one answer; Slack allows about one update a second and channel
 * @param firstRetry after a call that Slack did not serve; doubled each time
 * @param longestRetry the most that one such pause lasts
 * @param tries of one call before it is given up
 * @param rounds of waiting that a rate limit may ask for before the call is given up
 * @param look between two looks for questions that a dead process left behind
 */
public record Pace(Duration show, Duration firstRetry, Duration longestRetry, int tries, int rounds, Duration look) {
    public static Pace usual() {
        return new Pace(
                Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(30), 7, 50, Duration.ofSeconds(30));
    }

    public Pace withShow(Duration other) {
        return new Pace(other, firstRetry, longestRetry, tries, rounds, look);
    }

    public Pace withRetries(Duration first, Duration longest, int otherTries) {
        return new Pace(show, first, longest, otherTries, rounds, look);
    }

    public Pace withLook(Duration other) {
        return new Pace(show, firstRetry, longestRetry, tries, rounds, other);
    }
}
