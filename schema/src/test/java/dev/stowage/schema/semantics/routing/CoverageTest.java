package dev.stowage.schema.semantics.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.semantics.routing.RequestCondition.HostHeader;
import dev.stowage.schema.semantics.routing.RequestCondition.HttpHeader;
import dev.stowage.schema.semantics.routing.RequestCondition.PathPattern;
import dev.stowage.schema.semantics.routing.RequestCondition.RequestMethod;
import dev.stowage.schema.semantics.routing.RequestCondition.SourceIp;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

    @ParameterizedTest
    @CsvSource({
        "/*, /api/*, true",
        "/api/*, /api/v1, true",
        "/api/*, /api*, false",
        "/api/?, /api/1, true",
        "/api/?, /api/*, false",
        "/api/?, /api/?, true",
        "/API/*, /api/v1, false",
        "/a*z, /abz, true",
        "*, /x, true",
    })
    void onePathIsWiderThanAnother(String wide, String narrow, boolean isWider) {
        assertThat(Coverage.covers(List.of(path(wide)), List.of(path(narrow)))).isEqualTo(isWider);
    }

    @Test
    void hostsAreComparedWithoutCapitals() {
        assertThat(Coverage.covers(List.of(host("*.Example.com")), List.of(host("shop.example.com"))))
                .isTrue();
    }

    @Test
    void everyValueOfTheNarrowOneIsCovered() {
        assertThat(Coverage.covers(List.of(path("/a/*", "/b/*")), List.of(path("/b/1", "/a/2"))))
                .isTrue();
        assertThat(Coverage.covers(List.of(path("/a/*")), List.of(path("/a/2", "/b/1"))))
                .isFalse();
    }

    @Test
    void furtherConditionsMakeARuleNarrowerNotWider() {
        assertThat(Coverage.covers(List.of(path("/a/*")), List.of(host("example.com"), path("/a/1"))))
                .isTrue();
        assertThat(Coverage.covers(List.of(host("example.com"), path("/a/*")), List.of(path("/a/1"))))
                .isFalse();
    }

    @Test
    void headersOfOneNameAndMethodsAndAddressesAreCompared() {
        assertThat(Coverage.covers(List.of(header("x-beta", "*")), List.of(header("X-Beta", "yes"))))
                .isTrue();
        assertThat(Coverage.covers(List.of(header("x-beta", "*")), List.of(header("x-gamma", "yes"))))
                .isFalse();
        assertThat(Coverage.covers(List.of(methods("GET", "HEAD")), List.of(methods("GET"))))
                .isTrue();
        assertThat(Coverage.covers(List.of(source("10.0.0.0/8")), List.of(source("10.1.0.0/16"))))
                .isTrue();
        assertThat(Coverage.covers(List.of(source("10.1.0.0/16")), List.of(source("10.0.0.0/8"))))
                .isFalse();
    }

    @Test
    void ofRegularExpressionsNothingIsSaid() {
        var any = new PathPattern(List.of(TextPattern.regex(".*")));

        assertThat(Coverage.covers(List.of(any), List.of(path("/a")))).isFalse();
    }

    private static RequestCondition path(String... patterns) {
        return new PathPattern(wild(patterns));
    }

    private static RequestCondition host(String... patterns) {
        return new HostHeader(wild(patterns));
    }

    private static RequestCondition header(String name, String... patterns) {
        return new HttpHeader(name, wild(patterns));
    }

    private static RequestCondition methods(String... methods) {
        return new RequestMethod(List.of(methods));
    }

    private static RequestCondition source(String range) {
        return new SourceIp(List.of(AddressRange.parse(range).orElseThrow()));
    }

    private static List<TextPattern> wild(String... patterns) {
        return Arrays.stream(patterns).map(TextPattern::wildcard).toList();
    }
}
