package dev.stowage.dsl.app;

import java.util.List;

/**
 * One or more things that a stack can name. A thing is one of itself; a template of a house gives a record of the things that
 * it consists of, which a stack then names like a thing: {@code record WebApp(FargateService service, MessageQueue mail)
 * implements Roots}.
 */
public interface Roots {

    /** The things. */
    List<? extends Root> roots();
}
