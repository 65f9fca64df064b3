package dev.stowage.local.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens at Ctrl-C, at SIGTERM and when the terminal is closed: an orderly end, and haste when it is asked for again. The JDK's class for signals is
 * reached by its name, as it is in no standard module; where it is missing, the process ends at once, as ever.
 */
final class Interrupts {

    private final AtomicInteger asked = new AtomicInteger();
    private final Runnable end;
    private final Runnable hurry;

    private Interrupts(Runnable end, Runnable hurry) {
        this.end = end;
        this.hurry = hurry;
    }

    /** From now on the first signal asks for the end, and every further one for haste. */
    static void handle(Runnable end, Runnable hurry) {
        var interrupts = new Interrupts(end, hurry);
        on("INT", interrupts::asked);
        on("TERM", interrupts::asked);
        on("HUP", interrupts::asked);
    }

    /** From now on Ctrl-C in the terminal that this process came from, and the end of that terminal, are nothing to it. */
    static void ignore() {
        on("INT", () -> {});
        on("HUP", () -> {});
    }

    /** From now on that is called whenever the terminal has another size. */
    static void onResize(Runnable what) {
        on("WINCH", what);
    }

    private void asked() {
        if (asked.getAndIncrement() == 0) {
            end.run();
        } else {
            hurry.run();
        }
    }

    private static void on(String signal, Runnable what) {
        try {
            var signals = Class.forName("sun.misc.Signal");
            var handlers = Class.forName("sun.misc.SignalHandler");
            InvocationHandler answer = (proxy, method, arguments) -> {
                what.run();
                return null;
            };
            var handler = Proxy.newProxyInstance(handlers.getClassLoader(), new Class<?>[] {handlers}, answer);
            var unused = signals.getMethod("handle", signals, handlers)
                    .invoke(null, signals.getConstructor(String.class).newInstance(signal), handler);
        } catch (ReflectiveOperationException | IllegalArgumentException without) {
            // The signal does what it does without us.
        }
    }
}
