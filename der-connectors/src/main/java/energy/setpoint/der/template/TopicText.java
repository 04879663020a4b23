package energy.setpoint.der.template;

/** A topic of a template, in which {@code {base}} stands for the base topic of one device. */
public record TopicText(String text) {

  /** Replaced with the base topic that the site gives for a device. */
  public static final String BASE = "{base}";

  public String of(String baseTopic) {
    return text.replace(BASE, baseTopic);
  }
}
