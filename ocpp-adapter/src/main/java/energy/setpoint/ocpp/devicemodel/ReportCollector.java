package energy.setpoint.ocpp.devicemodel;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Knows when all parts of a report are there, in whatever order they come. */
final class ReportCollector {

  private final int requestId;
  private final Set<Integer> parts = new HashSet<>();
  private Optional<Integer> last = Optional.empty();

  ReportCollector(int requestId) {
    this.requestId = requestId;
  }

  /** Whether this part is of the report, and new. */
  boolean takes(ReportPart part) {
    if (part.requestId() != requestId || !parts.add(part.number())) {
      return false;
    }
    if (!part.more()) {
      last = Optional.of(part.number());
    }
    return true;
  }

  /** Parts are numbered from 0 (2.1 part 2, NotifyReportRequest); some stations begin with 1. */
  boolean isComplete() {
    if (last.isEmpty()) {
      return false;
    }
    int first = parts.contains(0) ? 0 : 1;
    return last.get() - first + 1 == parts.size() && parts.contains(first);
  }
}
