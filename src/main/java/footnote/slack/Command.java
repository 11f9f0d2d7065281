package footnote.slack;

/**
 * One use of the slash command.
 *
 * @param trigger what names it, however often Slack tells of it
 * @param address where its answer goes, for half an hour; whoever knows the address may write there
 */
record Command(String trigger, String question, String address) {}
