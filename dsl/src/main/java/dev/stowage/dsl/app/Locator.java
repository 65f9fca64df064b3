package dev.stowage.dsl.app;

import dev.stowage.schema.origin.CallSite;

/**
 * How a thing that exists already is found: said outright, or handed in when the stack is deployed. Nothing is looked up. Where
 * one of the app may stand as well, it is found by what it answers.
 */
public sealed interface Locator permits Id, Arn, Handed, Made {

    /** By its id, such as {@code vpc-0a1b2c3d}. */
    static Id id(String id) {
        return new Id(id);
    }

    /** By its Amazon resource name. */
    static Arn arn(String arn) {
        return new Arn(arn);
    }

    /** By a parameter of the template, of the type that fits the thing. */
    static Handed parameter(String name) {
        return new Handed(Handed.By.PARAMETER, name, CallSite.here());
    }

    /** By what another stack exports under this name. */
    static Handed exported(String name) {
        return new Handed(Handed.By.EXPORT, name, CallSite.here());
    }

    /** By an entry of the Systems Manager parameter store, such as {@code /network/vpc}. */
    static Handed ssm(String path) {
        return new Handed(Handed.By.SSM, path, CallSite.here());
    }
}
