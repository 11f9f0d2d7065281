package footnote.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the files that models consist of from the class path. */
final class ModelFile {
    private ModelFile() {}

    static byte[] read(String name) {
        try (var stream = ModelFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + " is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the model file %s can't be read".formatted(name), e);
        }
    }
}
