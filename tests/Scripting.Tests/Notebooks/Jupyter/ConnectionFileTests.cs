using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

public sealed class ConnectionFileTests : IDisposable
{
    readonly TempFolder folder = new();

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.2", "127.0.0.2")]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("::1", "::1")]
    public void A_file_as_Jupyter_writes_it_is_read(string ip, string address) =>
        Assert.Equal(new ConnectionFile(IPAddress.Parse(address), 1, 5, 2, 3, 4, "k"), Read(file => file["ip"] = ip));

    [Fact]
    public void An_absent_key_is_an_empty_one() => Assert.Equal("", Read(file => file.Remove("key")).Key);

    [Theory]
    [InlineData("ip", "\"0.0.0.0\"", "WB3071")]
    [InlineData("ip", "\"*\"", "WB3071")]
    [InlineData("ip", "\"10.0.0.1\"", "WB3071")]
    [InlineData("ip", "\"::\"", "WB3071")]
    [InlineData("ip", "\"example.org\"", "WB3071")]
    [InlineData("transport", "\"ipc\"", "WB3071")]
    [InlineData("signature_scheme", "\"hmac-md5\"", "WB3072")]
    [InlineData("ip", "7", "WB3070")]
    [InlineData("key", "[]", "WB3070")]
    [InlineData("shell_port", "\"7\"", "WB3070")]
    [InlineData("control_port", "0", "WB3070")]
    [InlineData("iopub_port", "65536", "WB3070")]
    [InlineData("stdin_port", "1.5", "WB3070")]
    [InlineData("hb_port", "null", "WB3070")]
    public void A_file_that_asks_for_more_or_less_is_refused(string name, string value, string code) =>
        Assert.Equal(code, Assert.Throws<WorkbenchException>(() => Read(file => file[name] = JsonNode.Parse(value))).Code);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_object_is_refused(string text)
    {
        File.WriteAllText(folder.File("c.json"), text);
        Assert.Equal("WB3070", Assert.Throws<WorkbenchException>(() => ConnectionFile.Read(folder.File("c.json"))).Code);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Equal("WB3070", Assert.Throws<WorkbenchException>(() => ConnectionFile.Read(folder.File("none.json"))).Code);

    [Fact]
    public void A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var refused = Assert.Throws<WorkbenchException>(
            () => new JupyterDoor(new ScriptKernel(), new ConnectionFile(IPAddress.Loopback, 0, 0, port, 0, 0, ""), TextWriter.Null));
        Assert.Equal("WB3073", refused.Code);
        Assert.Contains($"iopub socket cannot listen at 127.0.0.1:{port}", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    ConnectionFile Read(Action<JsonObject> change)
    {
        var file = JsonNode.Parse("""
            {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "hb_port": 4, "control_port": 5, "key": "k",
             "signature_scheme": "hmac-sha256", "kernel_name": "workbench"}
            """)!.AsObject();
        change(file);
        File.WriteAllText(folder.File("c.json"), file.ToJsonString());
        return ConnectionFile.Read(folder.File("c.json"));
    }
}
