package energy.setpoint.ocpp.proxy.request;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The ids of our calls to stations. They have a form of their own, so that none can be one of the
 * CSMS: a call with such an id is not relayed (2.1 part 4 section 6.4).
 */
public final class OwnIds implements Supplier<String> {

  private static final String PREFIX = "sp-";
  private static final Pattern FORM = Pattern.compile("sp-[0-9a-f]{32}");

  /** 35 characters, of which 36 are allowed; 122 of its bits are random. */
  @Override
  public String get() {
    return PREFIX + UUID.randomUUID().toString().replace("-", "");
  }

  public static boolean isOne(String id) {
    return FORM.matcher(id).matches();
  }
}
