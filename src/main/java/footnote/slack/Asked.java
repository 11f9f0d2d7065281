package footnote.slack;

/**
 * One message that asks something.
 *
 * @param channel where it stands
 * @param ts Slack's time stamp, which names a message within its channel
 * @param thread the time stamp of the thread's first message; the message itself if it begins one
 * @param user who asks
 * @param team the workspace of the one who asks
 * @param text as Slack gives it
 * @param revision the time stamp of its latest edit; empty if it was never edited
 * @param direct whether it was said to the bot alone
 */
record Asked(
        String channel,
        String ts,
        String thread,
        String user,
        String team,
        String text,
        String revision,
        boolean direct) {
    static final String ORIGINAL = "";

    /** What names the question, whichever of Slack's events tells of it and however often. */
    String key() {
        return key(channel, ts);
    }

    static String key(String channel, String ts) {
        return channel + "-" + ts;
    }

    boolean beginsThread() {
        return thread.equals(ts);
    }
}
