using System.Net;
using System.Text.Json;

namespace Workbench.Scripting.Notebooks;

/// <summary>What Jupyter tells a kernel that it starts: where to listen, and the key that messages are signed with.</summary>
/// <param name="Address">The loopback address to listen at.</param>
/// <param name="ShellPort">Where requests come in. Port 0 takes any free one.</param>
/// <param name="ControlPort">Where interrupts and the end come in.</param>
/// <param name="IopubPort">Where output goes out.</param>
/// <param name="StdinPort">Where input would be asked for.</param>
/// <param name="HeartbeatPort">Where the kernel shows that it lives.</param>
/// <param name="Key">Key of the signatures; empty for none.</param>
public sealed record ConnectionFile(IPAddress Address, int ShellPort, int ControlPort, int IopubPort, int StdinPort, int HeartbeatPort, string Key)
{
    /// <summary>Reads a file as Jupyter writes it.</summary>
    /// <exception cref="WorkbenchException">WB3070 where it is none, WB3071 where it asks for more than this machine's own addresses, WB3072 for another signature scheme.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(path, document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw JupyterErrors.BadConnectionFile(path, "it cannot be read", unreadable);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw JupyterErrors.BadConnectionFile(path, "it is no JSON object of ports, ip and key", broken);
        }
    }

    static ConnectionFile Of(string path, JsonElement file)
    {
        var scheme = Text(file, "signature_scheme", "hmac-sha256");
        if (scheme.Length > 0 && scheme != "hmac-sha256")
        {
            throw JupyterErrors.UnknownScheme(path, scheme);
        }

        return new ConnectionFile(Loopback(path, Text(file, "transport", "tcp"), Text(file, "ip", "127.0.0.1")),
            Port("shell_port"), Port("control_port"), Port("iopub_port"), Port("stdin_port"), Port("hb_port"), Text(file, "key", ""));

        int Port(string name) => file.TryGetProperty(name, out var port) && port.ValueKind == JsonValueKind.Number && port.TryGetInt32(out var number) && number is > 0 and <= 65535
            ? number
            : throw JupyterErrors.BadConnectionFile(path, $"{name} is no port");
    }

    static IPAddress Loopback(string path, string transport, string ip)
    {
        var address = ip == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(ip, out var parsed) ? parsed : null;
        return transport == "tcp" && address is not null && IPAddress.IsLoopback(address) ? address : throw JupyterErrors.NotLoopback(path, $"{transport}://{ip}");
    }

    static string Text(JsonElement file, string name, string otherwise) => file.TryGetProperty(name, out var value) ? value.GetString() ?? otherwise : otherwise;
}
