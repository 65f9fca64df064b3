package dev.stowage.schema.origin;

/**
 * A place in a file.
 *
 * @param file the path as the user gave it
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 */
public record Written(String file, int line, int column) implements Origin {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
