package footnote;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address of the web, or names the value that is none. */
final class WebAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
        try {
            URI address = URI.create(value.strip());
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // The message below says all of it.
        }
        throw new TypeConversionException("must be an address such as https://docs.example.org, got '" + value + "'");
    }
}
