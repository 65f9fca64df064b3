package dev.stowage.schema.origin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a user's program: a class, a method of it, and the line that was running. Equality is identity: frames say
 * where something stands, never what it is.
 */
public final class Frame {

    private final String className;
    private final String method;
    private final String file;
    private final int line;
    private final @Nullable Class<?> declaring;
    private final boolean rememberedAsLibrary;

    private Frame(
            String className,
            String method,
            String file,
            int line,
            @Nullable Class<?> declaring,
            boolean rememberedAsLibrary) {
        this.className = className;
        this.method = method;
        this.file = file;
        this.line = line;
        this.declaring = declaring;
        this.rememberedAsLibrary = rememberedAsLibrary;
    }

    /** A line that is running now. */
    static Frame running(Class<?> declaring, String method, String file, int line) {
        return new Frame(declaring.getName(), method, file, line, declaring, false);
    }

    /** A line of an exception's trace, whose class this loader may know. */
    static Frame of(StackTraceElement element, ClassLoader loader) {
        var name = element.getClassName();
        var file = element.getFileName() == null ? name : element.getFileName();
        var line = Math.max(0, element.getLineNumber());
        try {
            return running(Class.forName(name, false, loader), element.getMethodName(), file, line);
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            return remembered(name, element.getMethodName(), file, line, false);
        }
    }

    /**
     * A line that ran in another process, whose classes need not be here.
     *
     * @param className the binary name of the class
     * @param method the method that was running
     * @param file the simple name of the source file
     * @param line the line, counted from 1; 0 where it is not known
     * @param isLibrary whether its package called itself a {@link StowageLibrary}
     */
    public static Frame remembered(String className, String method, String file, int line, boolean isLibrary) {
        return new Frame(className, method, file, line, null, isLibrary);
    }

    /** The class whose code was running, where this very process ran it. */
    public Optional<Class<?>> declaring() {
        return Optional.ofNullable(declaring);
    }

    /** The binary name of the class whose code was running, such as {@code shop.Shop$Sizes}. */
    public String className() {
        return className;
    }

    /** The name of its package; empty for the unnamed one. */
    public String packageName() {
        var dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
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
        if (declaring == null) {
            return rememberedAsLibrary;
        }
        var home = declaring.getPackage();
        return home != null && home.isAnnotationPresent(StowageLibrary.class);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
