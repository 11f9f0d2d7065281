package footnote.slack;

/** What every part of the bot works with. Threads may share it. */
record Workspace(
        SlackCalls calls, BotIdentity bot, SlackThreads threads, SeenQuestions seen, Abilities abilities, Pace pace) {}
