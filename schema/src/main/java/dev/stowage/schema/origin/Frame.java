package dev.stowage.schema.origin;

/**
 * One line of a user's program: a class, a method of it, and the line that was running. Equality is identity: frames say
 * where something stands, never what it is.
 */
public final class Frame {

    private final Class<?> declaring;
    private final String method;
    private final String file;
    private final int line;

    Frame(Class<?> declaring, String method, String file, int line) {
        this.declaring = declaring;
        this.method = method;
        this.file = file;
        this.line = line;
    }

    /** The class whose code was running. */
    public Class<?> declaring() {
        return declaring;
    }

    /** The method that was running; a lambda has a name that the compiler made. */
    public String method() {
        return method;
    }

    /** The simple name of the source file, such as {@code Shop.java}. */
    public String file() {
        return file;
    }

    /** The line, counted from 1; 0 where the class was compiled without lines. */
    public int line() {
        return line;
    }

    /** Whether the frame stands in a package that calls itself a {@link StowageLibrary}. */
    public boolean isLibrary() {
        var home = declaring.getPackage();
        return home != null && home.isAnnotationPresent(StowageLibrary.class);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
