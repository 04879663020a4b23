package energy.setpoint.core.site;

/** Names a site. */
public record SiteId(String value) {

  public SiteId {
    Names.requireName("site id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
