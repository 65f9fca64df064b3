package dev.stowage.local.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of the tests of a class, as JUnit runs them.
 *
 * @param passed the names of tests that did
 * @param failures why tests and classes did not
 * @param printed to the standard error
 */
record Tried(List<String> passed, List<Throwable> failures, String printed) {

    /** Runs them, with these parameters of JUnit. */
    static Tried run(Class<?> tests, Map<String, String> parameters) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .configurationParameters(parameters)
                .build();
        var passed = new ArrayList<String>();
        var failures = new ArrayList<Throwable>();
        var listener = new TestExecutionListener() {
            @Override
            public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(failures::add);
                if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                    passed.add(test.getDisplayName());
                }
            }
        };
        var printed = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            System.setErr(before);
        }
        return new Tried(passed, failures, printed.toString(StandardCharsets.UTF_8));
    }
}
