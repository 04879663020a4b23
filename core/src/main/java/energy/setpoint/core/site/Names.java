package energy.setpoint.core.site;

import java.util.regex.Pattern;

/** What may be a name: OCPP 2.1 part 4 allows these characters in a station's identity. */
final class Names {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9*_=:+|@.\\-]{1,48}");

  private Names() {}

  static void requireName(String what, String value) {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " '"
              + value
              + "' must have 1 to 48 characters out of letters, digits and * - _ = : + | @ .");
    }
  }
}
