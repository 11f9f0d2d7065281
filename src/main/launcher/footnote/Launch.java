package footnote;

/** Starts Footnote, or says in one sentence that this Java is too old. Compiled for Java 8 so that any Java can load it. */
public final class Launch {
    private static final int OLDEST = 21;

    private Launch() {}

    public static void main(String[] arguments) throws Exception {
        int running = feature(System.getProperty("java.specification.version"));
        if (running < OLDEST) {
            System.err.println("Footnote needs Java " + OLDEST + " or newer; this is Java " + running + ".");
            System.exit(2);
        }
        Class.forName("footnote.Footnote").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static int feature(String version) {
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
