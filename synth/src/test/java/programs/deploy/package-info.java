/** Programs about deployments, and what their templates hold. */
package programs.deploy;
