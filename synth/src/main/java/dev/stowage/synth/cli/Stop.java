package dev.stowage.synth.cli;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.CallSite;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;

/** The finding that a user's own program stopped with an exception, on the line of theirs that led to it. */
final class Stop {

    private static final RuleId RULE = RuleId.of("program.stopped");

    private Stop() {}

    static Diagnostic of(Blueprint blueprint, Throwable thrown) {
        var cause = deepest(thrown);
        var site = CallSite.of(cause);
        var name = name(blueprint);
        var word = word(cause, site);
        var at = Said.of("program", name, word, site);
        return cause instanceof NullPointerException && isOfTheLanguage(cause)
                ? Diagnostic.of(
                                RULE,
                                Severity.ERROR,
                                at,
                                "`" + name + "` hands null to `" + word + "`, and a value is wanted.")
                        .fix(
                                "Look where the value comes from: System.getenv(…) gives null for a variable that is not set.")
                : Diagnostic.of(RULE, Severity.ERROR, at, "`" + name + "` stopped with " + described(cause) + ".");
    }

    /** Whether a word of the language threw it, or what the word called in the JDK. */
    private static boolean isOfTheLanguage(Throwable thrown) {
        for (var element : thrown.getStackTrace()) {
            var type = element.getClassName();
            if (!type.startsWith("java.")) {
                return type.startsWith("dev.stowage.dsl.") || type.startsWith("dev.stowage.schema.");
            }
        }
        return false;
    }

    /** The finding that a program gave null for its app. */
    static Diagnostic withoutAnApp(Blueprint blueprint) {
        var message = "`" + name(blueprint) + "` described nothing, but an App is wanted.";
        return Diagnostic.of(RULE, Severity.ERROR, Origin.NOWHERE, message)
                .fix("Let describe() return Stack.of(...) or App.of(...).");
    }

    /** The innermost cause that went through the user's code: what wraps it says less. */
    private static Throwable deepest(Throwable thrown) {
        var deepest = thrown;
        var cause = thrown.getCause();
        for (var depth = 0; cause != null && depth < 20; depth++) {
            if (!CallSite.of(cause).frames().isEmpty()) {
                deepest = cause;
            }
            cause = cause.getCause();
        }
        return deepest;
    }

    private static String described(Throwable thrown) {
        var message = thrown.getLocalizedMessage();
        var type = thrown.getClass().getSimpleName();
        var text = message == null || message.isBlank() ? type : type + ": " + message.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** The call on the user's line that did not come back, or the throw itself. */
    private static String word(Throwable thrown, CallSite site) {
        if (site.frames().isEmpty()) {
            return "";
        }
        var last = site.frames().get(0);
        var called = "throw";
        for (var element : thrown.getStackTrace()) {
            if (element.getClassName().equals(last.className())
                    && element.getMethodName().equals(last.method())) {
                return called;
            }
            called = element.getMethodName().equals("<init>")
                    ? simpleName(element.getClassName())
                    : element.getMethodName();
        }
        return "";
    }

    /** The class of the blueprint; for a lambda or a class without a name, the one that it is written in. */
    private static String name(Blueprint blueprint) {
        var type = blueprint.getClass();
        var name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        var dollar = name.indexOf('$');
        var isNameless = type.isHidden() || type.isAnonymousClass();
        return isNameless && dollar > 0 ? name.substring(0, dollar) : simpleName(name);
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
