package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.OneOf;

/** How far the upload of diagnostics has come. */
public record DiagnosticsStatusNotification(
    @OneOf({"Idle", "Uploaded", "UploadFailed", "Uploading"}) String status) {}
