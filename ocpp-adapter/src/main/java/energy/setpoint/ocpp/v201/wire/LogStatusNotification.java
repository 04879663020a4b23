package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** How far the upload of a log has come. */
public record LogStatusNotification(
    @OneOf({
          "BadMessage",
          "Idle",
          "NotSupportedOperation",
          "PermissionDenied",
          "Uploaded",
          "UploadFailure",
          "Uploading",
          "AcceptedCanceled"
        })
        String status,
    Optional<Integer> requestId) {}
