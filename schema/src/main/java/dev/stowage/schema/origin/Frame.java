package dev.stowage.schema.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a user's program: a class, a method of it, and the line that was running. Two are equal where
 * they name one line; things that stand on it may differ.
 */
public final class Frame {

    private final String className;
    private final String method;
    private final String file;
    private final int line;
    private final boolean isHere;
    private final boolean rememberedAsLibrary;

    private Frame(String className, String method, String file, int line, boolean isHere, boolean rememberedAsLibrary) {
        this.className = className;
        this.method = method;
        this.file = file;
        this.line = line;
        this.isHere = isHere;
        this.rememberedAsLibrary = rememberedAsLibrary;
    }

    /** A line that this very process ran. */
    static Frame running(StackTraceElement element) {
        var name = element.getClassName();
        var file = element.getFileName() == null ? name : element.getFileName();
        return new Frame(name, element.getMethodName(), file, Math.max(0, element.getLineNumber()), true, false);
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
        return new Frame(className, method, file, line, false, isLibrary);
    }

    /**
     * The class whose code was running, where this very process ran it, and the loader of Stowage or that of the asking
     * thread knows it: every launcher sets the one or the other to the loader of the program.
     */
    public Optional<Class<?>> declaring() {
        if (!isHere) {
            return Optional.empty();
        }
        var ours = find(Frame.class.getClassLoader());
        return Optional.ofNullable(ours == null ? find(Thread.currentThread().getContextClassLoader()) : ours);
    }

    private @Nullable Class<?> find(@Nullable ClassLoader from) {
        try {
            return Class.forName(className, false, from);
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            return null;
        }
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
        var declaring = declaring();
        return declaring.isEmpty() ? rememberedAsLibrary : isMarked(declaring.get());
    }

    /** Looks for the mark in the bytes of the package's description: reflection loads 25 classes to find an annotation. */
    private static boolean isMarked(Class<?> declaring) {
        try (var description = declaring.getResourceAsStream("package-info.class")) {
            return description != null
                    && new String(description.readAllBytes(), StandardCharsets.ISO_8859_1)
                            .contains("L" + StowageLibrary.class.getName().replace('.', '/') + ";");
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Frame that
                && that.line == line
                && that.className.equals(className)
                && that.method.equals(method)
                && that.file.equals(file)
                && that.isHere == isHere
                && that.rememberedAsLibrary == rememberedAsLibrary;
    }

    @Override
    public int hashCode() {
        return 31 * className.hashCode() + line;
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
