package example.deploy;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.Image;
import java.util.List;
import java.util.Map;

/** Programs that stop with an exception; the tests name their lines. */
public enum Broken implements Blueprint {
    THROWN {
        @Override
        public App describe() {
            throw new IllegalStateException("There is no IMAGE.");
        }
    },
    IN_THE_JDK {
        @Override
        public App describe() {
            return app(List.of("a").get(7));
        }
    },
    IN_A_HELPER {
        @Override
        public App describe() {
            return app(setting("IMAGE"));
        }
    },
    WRAPPED {
        @Override
        public App describe() {
            try {
                return app(setting("IMAGE"));
            } catch (IllegalArgumentException cause) {
                throw new IllegalStateException("wrapped", cause);
            }
        }
    },
    ENDLESS {
        @Override
        public App describe() {
            return describe();
        }
    },
    EMPTY_HANDED {
        @Override
        public App describe() {
            return null;
        }
    },
    WITHOUT_A_MESSAGE {
        @Override
        public App describe() {
            throw new UnsupportedOperationException();
        }
    },
    UNSET {
        @Override
        public App describe() {
            return app(Container.of("web", Image.image("shop/web:1"))
                    .env("KEY", Map.<String, String>of().get("KEY"))
                    .name());
        }
    },
    UNNAMED {
        @Override
        public App describe() {
            return Stack.of(Map.<String, String>of().get("NAME"));
        }
    };

    private static App app(String name) {
        throw new AssertionError(name);
    }

    private static String setting(String name) {
        if (!Map.of().containsKey(name)) {
            throw new IllegalArgumentException("`" + name + "` is not set.");
        }
        return name;
    }
}
