import type { EventTemplate } from "./event-template";

export const DEVICE_TEMPLATES: readonly EventTemplate[] = [
  {
    id: "iot-rule",
    group: "Devices",
    label: "IoT rule (the result of its SELECT)",
    name: "iot-rule",
    payload: { deviceId: "thermometer-7", temperature: 21.4, battery: 0.83, timestamp: 1_794_582_530_123 },
    marks: [[["deviceId"]]],
    fields: [
      { label: "Device", path: ["deviceId"] },
      { label: "Temperature", path: ["temperature"], kind: "number" },
    ],
  },
  {
    id: "iot-button",
    group: "Devices",
    label: "IoT button",
    name: "iot-button",
    payload: { serialNumber: "G030JF055364XVRB", clickType: "SINGLE", batteryVoltage: "2000mV" },
    marks: [[["serialNumber"]], [["clickType"]]],
    fields: [
      { label: "Click type", path: ["clickType"] },
      { label: "Serial number", path: ["serialNumber"] },
    ],
  },
  {
    id: "iot-1-click",
    group: "Devices",
    label: "IoT 1-Click",
    name: "iot-1-click",
    payload: {
      deviceEvent: { buttonClicked: { clickType: "SINGLE", reportedTime: "2026-11-13T15:08:50.123Z" } },
      deviceInfo: { attributes: { key3: "value3", key1: "value1", key4: "value4" }, type: "button", deviceId: "G030PMXXXXXXXXXX", remainingLife: 99.9 },
      placementInfo: { projectName: "shop", placementName: "counter", attributes: { key1: "value1", key4: "value4" }, devices: { button: "G030PMXXXXXXXXXX" } },
    },
    marks: [[["deviceEvent", "buttonClicked"]]],
    fields: [
      { label: "Click type", path: ["deviceEvent", "buttonClicked", "clickType"] },
      { label: "Placement", path: ["placementInfo", "placementName"] },
    ],
  },
  {
    id: "iot-authorizer",
    group: "Devices",
    label: "IoT custom authorizer",
    name: "iot-authorizer",
    payload: {
      token: "allow-me",
      signatureVerified: true,
      protocols: ["tls", "http", "mqtt"],
      protocolData: {
        tls: { serverName: "a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com" },
        http: { headers: { "X-Device": "thermometer-7" }, queryString: "?device=thermometer-7" },
        mqtt: { username: "thermometer-7", password: "c2VjcmV0", clientId: "thermometer-7" },
      },
      connectionMetadata: { id: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f" },
    },
    marks: [[["protocolData"]]],
    fields: [
      { label: "Token", path: ["token"] },
      { label: "Client id", path: ["protocolData", "mqtt", "clientId"] },
    ],
  },
];
