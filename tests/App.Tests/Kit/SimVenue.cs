using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Workbench.App.Tests.Kit;

/// <summary>A simulated OANDA in a process of its own, and what it says when it is asked past our adapter.</summary>
sealed class SimVenue : IDisposable
{
    const string Account = "101-004-1435156-001";

    readonly HttpClient http;

    public SimVenue(Shell shell, double walk = 10, string key = "sim-key")
    {
        var port = FreePort();
        Root = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
        http = new HttpClient { BaseAddress = Root, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Process = shell.StartUnder(
            [new("WORKBENCH_TEST_SIM_KEY", key)],
            "sim", "oanda", "--port", port.ToString(CultureInfo.InvariantCulture), "--walk", walk.ToString(CultureInfo.InvariantCulture), "--key-env", "WORKBENCH_TEST_SIM_KEY");
        Process.Until(Answers);
    }

    /// <summary>Its address.</summary>
    public Uri Root { get; }

    /// <summary>Its process.</summary>
    public Running Process { get; }

    /// <summary>Orders that wait.</summary>
    public IReadOnlyList<JsonElement> Pending => [.. Get("pendingOrders").GetProperty("orders").EnumerateArray()];

    /// <summary>All that has happened, oldest first.</summary>
    public IReadOnlyList<JsonElement> Transactions
    {
        get
        {
            // A call brings no more than a thousand.
            var all = new List<JsonElement>();
            var before = -1;
            while (all.Count > before)
            {
                before = all.Count;
                var last = before == 0 ? "1" : all[^1].GetProperty("id").GetString();
                all.AddRange(Get($"transactions/sinceid?id={last}").GetProperty("transactions").EnumerateArray());
            }

            return all;
        }
    }

    /// <summary>Units held of EUR_USD, with their sign.</summary>
    public decimal Position => Get("openPositions").GetProperty("positions").EnumerateArray()
        .Where(each => each.GetProperty("instrument").GetString() == "EUR_USD").Sum(each => Units(each, "long") + Units(each, "short"));

    /// <summary>Transactions that made an order of ours.</summary>
    public IReadOnlyList<JsonElement> Orders => [.. Transactions.Where(each => each.GetProperty("type").GetString() is "MARKET_ORDER" or "LIMIT_ORDER")];

    /// <summary>Transactions that filled one.</summary>
    public IReadOnlyList<JsonElement> Fills => [.. Transactions.Where(each => each.GetProperty("type").GetString() == "ORDER_FILL")];

    /// <summary>How many fills those come to: OANDA fills at several prices where an order closes several trades or opens another one.</summary>
    public int FillParts => Fills.Sum(fill =>
        (fill.TryGetProperty("tradesClosed", out var closed) ? closed.GetArrayLength() : 0) + (fill.TryGetProperty("tradeReduced", out _) ? 1 : 0) + (fill.TryGetProperty("tradeOpened", out _) ? 1 : 0));

    /// <summary>Something goes wrong from now on.</summary>
    public void Fault(string kind) => Post("sim/faults", new { kind, count = 1 });

    /// <summary>Nothing goes wrong any more.</summary>
    public void ClearFaults() => http.DeleteAsync(new Uri("sim/faults", UriKind.Relative)).GetAwaiter().GetResult().EnsureSuccessStatusCode();

    /// <summary>All connections break, and nobody gets in for a while.</summary>
    public void Restart(int downMs)
    {
        try
        {
            Post("sim/restart", new { downMs });
        }
        catch (HttpRequestException)
        {
            // The answer was on one of those connections.
        }
    }

    public void Dispose()
    {
        if (!Process.IsOver)
        {
            Process.Kill();
        }

        Process.Wait(TimeSpan.FromSeconds(10));
        http.Dispose();
    }

    bool Answers()
    {
        try
        {
            return Get("summary").ValueKind == JsonValueKind.Object;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // The venue's limit on requests is the session's, too: most of it is left to that.
    JsonElement Get(string what)
    {
        while (true)
        {
            Thread.Sleep(50);
            using var answer = http.GetAsync(new Uri($"v3/accounts/{Account}/{what}", UriKind.Relative)).GetAwaiter().GetResult();

            // The session and the test share a venue that counts calls: after a pause of the machine, all come at once.
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>().GetAwaiter().GetResult();
            }
        }
    }

    void Post(string path, object body) => http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body).GetAwaiter().GetResult().EnsureSuccessStatusCode();

    static decimal Units(JsonElement position, string side) => decimal.Parse(position.GetProperty(side).GetProperty("units").GetString()!, CultureInfo.InvariantCulture);

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
