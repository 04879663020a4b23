package energy.setpoint.app.plan.json;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists out of JSON, where a key may be absent. */
public final class Lists {

  private Lists() {}

  /** The entries; none where there is no list. What could not be read was reported already. */
  public static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }
}
