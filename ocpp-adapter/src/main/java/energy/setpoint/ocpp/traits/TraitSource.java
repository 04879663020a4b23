package energy.setpoint.ocpp.traits;

/** Who said a trait; the first of these that says it is believed. */
public enum TraitSource {
  /** The owner of the site, who knows best. */
  SITE_FILE,
  /** The list of what stations of this kind were seen to do. */
  QUIRK,
  /** The station itself. */
  STATION,
  /** Nobody: it is taken to be as most stations are. */
  DEFAULT
}
