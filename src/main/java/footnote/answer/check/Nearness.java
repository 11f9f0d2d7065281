package footnote.answer.check;

/** Whether a claim is near enough in meaning to the sentences that are to hold it. Threads may share it. */
interface Nearness {
    /**
     * Whether it is.
     *
     * @param closeness the share of the claim's plain words that are there
     */
    boolean isNear(String claim, double closeness, String held);
}
