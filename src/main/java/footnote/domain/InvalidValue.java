package footnote.domain;

/** A value from outside breaks a rule. The message names the rule and the value received, and may be shown to anyone. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the public name of the field, option or parameter
     * @param rule what the field must be, and what came instead
     */
    public InvalidValue(String field, String rule) {
        super(rule);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
