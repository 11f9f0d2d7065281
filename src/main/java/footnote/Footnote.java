package footnote;

public final class Footnote {
    private Footnote() {}

    public static void main(String[] a) {}
}
