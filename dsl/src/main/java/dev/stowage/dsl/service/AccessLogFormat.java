package dev.stowage.dsl.service;

/** How the proxy of Service Connect writes down each request. */
public enum AccessLogFormat {
    /** A line of text. */
    TEXT,
    /** An object of JSON. */
    JSON
}
