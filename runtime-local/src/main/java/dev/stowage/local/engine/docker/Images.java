package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import dev.stowage.local.stack.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The images of a run: those that are there, and those that have to be pulled. An image that several containers want at once
 * is pulled once.
 */
final class Images {

    private static final Duration INSPECT = Duration.ofSeconds(30);
    private static final Duration WHOLE_PULL = Duration.ofHours(2);

    /** An image that was there is taken to be there for so long: a service starts many tasks of it at once. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** What the engine says of the first layer of an image: it has read the manifest by then. */
    private static final Set<String> LAYERS = Set.of("Pulling fs layer", "Already exists");

    /** A registry that says nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final Docker docker;
    private final PullPolicy policy;
    private final Logins logins;
    private final ImageProgress.Listener listener;
    private final Map<String, CompletableFuture<ImageFacts>> pulls = new ConcurrentHashMap<>();
    private final Set<Telling> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    /** An image that was there at that moment. */
    private record Look(ImageFacts facts, long nanos) {

        private boolean isFresh() {
            return System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    Images(Docker docker, PullPolicy policy, Logins logins, ImageProgress.Listener listener) {
        this.docker = docker;
        this.policy = policy;
        this.logins = logins;
        this.listener = listener;
    }

    /**
     * Has an image be there, and tells what it is.
     *
     * @param platform what it has to be made for, such as {@code linux/arm64}; empty for that of the engine
     * @param login what the task says about its registry, as JSON
     * @param known is called once what the name means is known, before the image is there; not where another pulls it already
     * @throws PullFailure if it cannot be had
     */
    ImageFacts ensure(String image, String platform, Optional<Hidden> login, Runnable known) {
        return ensured(ImageName.of(image), platform, login, known).called(image);
    }

    /**
     * Has the image be there that a name meant once, and tells how to make a container of it.
     *
     * @throws PullFailure if it is on this machine no more, and its registry does not have it either
     */
    ImageFacts again(ImageFacts pin, String image, String platform, Optional<Hidden> login) {
        var name = ImageName.of(image);
        if (inspect(name.toString()).map(ImageFacts::id).equals(Optional.of(pin.id()))) {
            return pin.called(image);
        }
        if (inspect(pin.id()).isPresent()) {
            return pin.called(pin.id());
        }
        var digest = pin.digest().orElseThrow(() -> PullFailure.gone(name, pin.id()));
        return pulled(new ImageName(name.registry(), name.repository(), digest), platform, login, () -> {})
                .called(pin.id());
    }

    private ImageFacts ensured(ImageName name, String platform, Optional<Hidden> login, Runnable known) {
        var present = find(name.toString());
        if (present.isPresent() && prefersPresent(name)) {
            known.run();
            return present.get();
        }
        try {
            return pulled(name, platform, login, known);
        } catch (PullFailure failure) {
            if (present.isPresent() && policy != PullPolicy.ALWAYS) {
                return present.get();
            }
            throw failure;
        }
    }

    private boolean prefersPresent(ImageName name) {
        return switch (policy) {
            case PREFER_CACHED -> true;
            case LOCAL -> name.registry().isEmpty();
            case ONCE, DEFAULT, ALWAYS -> false;
        };
    }

    /** Whether an image is there, for whoever wants it in a moment. */
    boolean isThere(String image) {
        return find(ImageName.of(image).toString()).isPresent();
    }

    /** An image that is there. */
    private Optional<ImageFacts> find(String name) {
        var known = Optional.ofNullable(looks.get(name)).filter(Look::isFresh);
        return known.map(Look::facts).or(() -> inspect(name));
    }

    /** The same, asked of the engine in any case. */
    Optional<ImageFacts> inspect(String name) {
        try {
            var facts =
                    ImageFacts.of(docker.within(INSPECT).inspectImageCmd(name).exec());
            looks.put(name, new Look(facts, System.nanoTime()));
            return Optional.of(facts);
        } catch (NotFoundException absent) {
            looks.remove(name);
            return Optional.empty();
        }
    }

    private ImageFacts pulled(ImageName name, String platform, Optional<Hidden> login, Runnable resolved) {
        var mine = new CompletableFuture<ImageFacts>();
        var running = pulls.putIfAbsent(name + " " + platform, mine);
        if (running != null) {
            return join(running);
        }
        try {
            mine.complete(pulled(name, platform, logins.find(name, login), resolved));
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
        } finally {
            if (policy != PullPolicy.ONCE || mine.isCompletedExceptionally()) {
                pulls.remove(name + " " + platform);
            }
        }
        return join(mine);
    }

    private static ImageFacts join(CompletableFuture<ImageFacts> pull) {
        try {
            return pull.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof PullFailure failure) {
                throw failure;
            }
            throw failed;
        }
    }

    private ImageFacts pulled(ImageName name, String platform, Logins.Login login, Runnable resolved) {
        try {
            pull(name, platform, login, resolved);
            return inspect(name.toString())
                    .orElseThrow(() -> PullFailure.of(name, "the engine pulled it and does not have it", login));
        } catch (DockerException refused) {
            throw PullFailure.of(name, Failures.text(refused), login);
        }
    }

    private void pull(ImageName name, String platform, Logins.Login known, Runnable resolved) {
        var command = docker.within(SILENCE).pullImageCmd(name.repository()).withTag(name.reference());
        if (!platform.isEmpty()) {
            command.withPlatform(platform);
        }
        known.credentials().ifPresent(command::withAuthConfig);
        var told = new Telling(name, resolved);
        running.add(told);
        try {
            if (!command.exec(told).awaitCompletion(WHOLE_PULL.toSeconds(), TimeUnit.SECONDS)) {
                throw PullFailure.of(name, "it took longer than two hours", known);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw PullFailure.of(name, "the run ended", known);
        } finally {
            running.remove(told);
        }
        told.failure().ifPresent(text -> {
            throw PullFailure.of(name, text, known);
        });
    }

    /** Ends all pulls that are under way. */
    void end() {
        for (var pull : running) {
            try {
                pull.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The answer to a pull: an error in it is a failure although the call succeeded. */
    private final class Telling extends ResultCallback.Adapter<PullResponseItem> {

        private final ImageName name;
        private final Runnable resolved;
        private final AtomicBoolean isResolved = new AtomicBoolean();
        private final AtomicReference<Optional<String>> failure = new AtomicReference<>(Optional.empty());

        private Telling(ImageName name, Runnable resolved) {
            this.name = name;
            this.resolved = resolved;
        }

        @Override
        public void onNext(PullResponseItem item) {
            Optional.ofNullable(item.getErrorDetail())
                    .map(ErrorDetail::getMessage)
                    .ifPresent(text -> failure.set(Optional.of(text)));
            if (LAYERS.contains(String.valueOf(item.getStatus())) && isResolved.compareAndSet(false, true)) {
                resolved.run();
            }
            var progress = Optional.ofNullable(item.getProgressDetail());
            listener.reached(new ImageProgress(
                    name.toString(),
                    Optional.ofNullable(item.getId()).orElse(""),
                    Optional.ofNullable(item.getStatus()).orElse(""),
                    progress.map(ProgressDetail::getCurrent).orElse(0L),
                    progress.map(ProgressDetail::getTotal).orElse(0L)));
        }

        private Optional<String> failure() {
            return Optional.ofNullable(failure.get()).flatMap(it -> it);
        }
    }
}
