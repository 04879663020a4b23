package energy.setpoint.app.web.api;

import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The body of a request, of which no more is read than is allowed. */
public final class JsonBody {

  private JsonBody() {}

  /**
   * @throws Refusal when there is more, or less than was announced
   */
  public static String read(InputStream body, int mostBytes) {
    try {
      byte[] bytes = body.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new Refusal(ProblemType.TOO_LARGE, "The body has more than " + mostBytes + " bytes.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.invalid("The body broke off: " + e.getMessage());
    }
  }
}
