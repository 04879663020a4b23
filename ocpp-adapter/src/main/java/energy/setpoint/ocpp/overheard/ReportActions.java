package energy.setpoint.ocpp.overheard;

import java.util.Set;

/**
 * The calls of a version that belong together by a {@code requestId}.
 *
 * @param asking calls to the station that bring one
 * @param reporting calls of the station, any time later, that name it
 */
public record ReportActions(Set<String> asking, Set<String> reporting) {

  public ReportActions {
    asking = Set.copyOf(asking);
    reporting = Set.copyOf(reporting);
  }
}
