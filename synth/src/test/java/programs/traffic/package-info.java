/** Programs about traffic, and what their templates hold. */
package programs.traffic;
