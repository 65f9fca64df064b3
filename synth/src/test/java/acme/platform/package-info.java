/** A company's house rules, as a fixture: findings point past this package. */
@StowageLibrary
package acme.platform;

import dev.stowage.schema.origin.StowageLibrary;
