using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>A headless Chromium with one page, told what to do over its own protocol: keys and clicks as a person's, and a look at what came of them.</summary>
sealed partial class Chromium : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly TempFolder profile = new();
    readonly Process process;
    readonly ClientWebSocket socket = new();
    readonly List<string> complaints = [];
    string session = "";
    int asked;

    Chromium(Process process) => this.process = process;

    public static string? Program { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? SkipReason { get; } = Program is null ? "no chromium on the PATH: apt-get install -y chromium" : null;

    /// <summary>What the browser had to complain about: errors of scripts, and everything that the page's security policy refused.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Starts one, with an empty page.</summary>
    public static async Task<Chromium> Start()
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardError = true };
        var chromium = new Chromium(new Process { StartInfo = start });
        foreach (var word in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--remote-debugging-port=0",
            $"--user-data-dir={chromium.profile.Path}", "--window-size=1280,1100", "about:blank"])
        {
            start.ArgumentList.Add(word);
        }

        chromium.process.Start();
        await chromium.Connect();
        return chromium;
    }

    /// <summary>Opens an address; what was wrong on the page before is forgotten.</summary>
    public async Task Open(Uri address)
    {
        await Send("Page.navigate", new JsonObject { ["url"] = address.ToString() });
        complaints.Clear();
    }

    /// <summary>What an expression of JavaScript comes to in the page.</summary>
    public async Task<JsonElement> Ask(string expression)
    {
        var answer = await Send("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer.TryGetProperty("exceptionDetails", out var wrong)
            ? throw new InvalidOperationException($"{expression}: {wrong}")
            : answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Waits until an expression is true; says what the page looked like where it never is.</summary>
    public async Task Until(string expression)
    {
        var waited = Stopwatch.StartNew();
        while (!await Holds(expression))
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"Never: {expression}\n{await Ask("document.body.innerText")}\n{string.Join('\n', complaints)}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Types a text into whatever has the focus.</summary>
    public Task Type(string text) => Send("Input.insertText", new JsonObject { ["text"] = text });

    /// <summary>Presses a key, such as <c>Shift+Enter</c> or <c>d</c>.</summary>
    public async Task Press(string keys)
    {
        var parts = keys.Split('+');
        var modifiers = parts[..^1].Sum(part => part switch { "Alt" => 1, "Control" => 2, "Shift" => 8, _ => 0 });
        var key = parts[^1];
        var code = key switch { "Enter" => 13, "Escape" => 27, "Space" => 32, "Up" => 38, "Down" => 40, "." => 190, _ => char.ToUpperInvariant(key[0]) };
        var press = new JsonObject
        {
            ["type"] = "keyDown",
            ["key"] = key switch { "Space" => " ", "Up" or "Down" => "Arrow" + key, _ => key },
            ["windowsVirtualKeyCode"] = code,
            ["modifiers"] = modifiers,
        };
        if (key.Length == 1 && modifiers is 0 or 8)
        {
            press["text"] = key;
        }

        await Send("Input.dispatchKeyEvent", press.DeepClone().AsObject());
        press["type"] = "keyUp";
        press.Remove("text");
        await Send("Input.dispatchKeyEvent", press);
    }

    /// <summary>How wide and high the window is.</summary>
    public Task Resize(int width, int height) => Send("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });

    /// <summary>What the page looks like.</summary>
    public async Task<byte[]> Picture() => (await Send("Page.captureScreenshot", [])).GetProperty("data").GetBytesFromBase64();

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        profile.Dispose();
    }

    async Task Connect()
    {
        string? line;
        do
        {
            line = await process.StandardError.ReadLineAsync().WaitAsync(Patience);
        }
        while (line is not null && !Listening().IsMatch(line));

        _ = process.StandardError.ReadToEndAsync();
        await socket.ConnectAsync(new Uri(Listening().Match(line ?? "").Groups[1].Value), CancellationToken.None);
        var target = (await Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" })).GetProperty("targetId").GetString();
        session = (await Send("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true })).GetProperty("sessionId").GetString()!;
        foreach (var part in (string[])["Page", "Runtime", "Log"])
        {
            await Send(part + ".enable", []);
        }
    }

    async Task<bool> Holds(string expression)
    {
        try
        {
            return await Ask(expression) is { ValueKind: JsonValueKind.True };
        }
        catch (InvalidOperationException)
        {
            // The page is still on its way.
            return false;
        }
    }

    // One question at a time: what comes before its answer are events.
    async Task<JsonElement> Send(string method, JsonObject parameters)
    {
        using var limit = new CancellationTokenSource(Patience);
        var question = await Tell(method, parameters, limit.Token);
        while (true)
        {
            var heard = await Receive(limit.Token);
            if (heard.TryGetProperty("id", out var id) && id.GetInt32() == question)
            {
                return heard.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException(heard.GetRawText());
            }

            Note(heard);
            if (heard.TryGetProperty("method", out var news) && news.GetString() == "Page.javascriptDialogOpening")
            {
                // A page with unsaved text asks before it is left: yes.
                await Tell("Page.handleJavaScriptDialog", new JsonObject { ["accept"] = true }, limit.Token);
            }
        }
    }

    async Task<int> Tell(string method, JsonObject parameters, CancellationToken cancel)
    {
        var message = new JsonObject { ["id"] = ++asked, ["method"] = method, ["params"] = parameters };
        if (session.Length > 0)
        {
            message["sessionId"] = session;
        }

        await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, cancel);
        return asked;
    }

    void Note(JsonElement heard)
    {
        var what = heard.TryGetProperty("method", out var method) ? method.GetString() : "";
        if (what is "Runtime.exceptionThrown" || (what is "Log.entryAdded" && heard.GetProperty("params").GetProperty("entry").GetProperty("level").GetString() is "error"))
        {
            complaints.Add(heard.GetProperty("params").ToString());
        }
    }

    async Task<JsonElement> Receive(CancellationToken cancel)
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 << 10];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancel);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return JsonSerializer.Deserialize<JsonElement>(text.ToArray());
    }

    [GeneratedRegex(@"DevTools listening on (ws://\S+)")]
    private static partial Regex Listening();
}
