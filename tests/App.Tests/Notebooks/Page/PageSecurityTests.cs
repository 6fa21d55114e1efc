using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>Whoever can run a cell can run anything: who is let in, and how far a name reaches.</summary>
public sealed class PageSecurityTests : IAsyncLifetime
{
    Served served = null!;

    public async Task InitializeAsync()
    {
        served = await Served.Start(hasKernels: false);
        served.Write("one.ipynb", "1 + 1");
    }

    public async Task DisposeAsync() => await served.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/edit/one.ipynb")]
    [InlineData("/frame")]
    [InlineData("/web/notebook.js")]
    [InlineData("/api/notebooks")]
    [InlineData("/api/events?name=one.ipynb")]
    [InlineData("/nothing")]
    [InlineData("/?token=")]
    [InlineData("/?token=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Without_the_word_of_the_address_nothing_is_served(string path)
    {
        using var stranger = served.Stranger();
        using var answer = await stranger.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("WB1205", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_word_is_swapped_for_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        using var stranger = served.Stranger();
        using var answer = await stranger.GetAsync(served.Server.Address("one.ipynb"));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(served.Server.Address().Query.Split('=')[1], cookie, StringComparison.Ordinal);
        Assert.Contains("url=/edit/one.ipynb", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    public async Task The_address_leads_nowhere_else(string path)
    {
        using var stranger = served.Stranger();
        using var answer = await stranger.GetAsync(new Uri(served.Server.Root.GetLeftPart(UriPartial.Authority) + path + served.Server.Address().Query));

        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1.nip.example")]
    public async Task Another_name_for_this_machine_is_refused(string host)
    {
        using var visitor = await served.Visitor();
        visitor.DefaultRequestHeaders.Host = host;
        using var answer = await visitor.GetAsync("/api/notebooks");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task A_foreign_page_can_neither_change_a_notebook_nor_listen_to_one(string origin)
    {
        using var visitor = await served.Visitor();
        visitor.DefaultRequestHeaders.Remove("Origin");
        visitor.DefaultRequestHeaders.Add("Origin", origin);
        using var answer = await visitor.PutAsync("/api/notebook?name=one.ipynb", new StringContent("{\"cells\":[]}"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => served.Connect("one.ipynb", origin));
    }

    [Fact]
    public async Task A_change_that_does_not_say_where_it_comes_from_is_refused()
    {
        using var visitor = await served.Visitor();
        visitor.DefaultRequestHeaders.Remove("Origin");
        using var answer = await visitor.PostAsync("/api/close?name=one.ipynb", null);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Another_port_of_this_machine_is_another_site()
    {
        using var visitor = await served.Visitor();
        visitor.DefaultRequestHeaders.Remove("Origin");
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-site");
        using var answer = await visitor.GetAsync("/api/notebooks");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Events_are_for_those_with_the_cookie() =>
        await Assert.ThrowsAsync<WebSocketException>(() => served.Connect("one.ipynb", withCookie: false));

    [Theory]
    [InlineData("../secret.ipynb")]
    [InlineData("..\\secret.ipynb")]
    [InlineData("x/../../secret.ipynb")]
    [InlineData("/etc/passwd")]
    [InlineData("link.ipynb")]
    [InlineData("linked/secret.ipynb")]
    [InlineData(".hidden/one.ipynb")]
    [InlineData("notes.txt")]
    [InlineData("one.ipynb\0.txt")]
    [InlineData("./one.ipynb")]
    [InlineData("")]
    public async Task A_name_reaches_nothing_but_the_folders_notebooks(string name)
    {
        File.Copy(Path.Combine(served.Folder, "one.ipynb"), served.Outside("secret.ipynb"));
        File.WriteAllText(Path.Combine(served.Folder, "notes.txt"), "mine");
        File.CreateSymbolicLink(Path.Combine(served.Folder, "link.ipynb"), served.Outside("secret.ipynb"));
        Directory.CreateSymbolicLink(Path.Combine(served.Folder, "linked"), served.Outside(""));
        served.Write(".hidden/one.ipynb", "1");
        using var visitor = await served.Visitor();

        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Post])
        {
            using var request = new HttpRequestMessage(method, "/api/notebook?name=" + Uri.EscapeDataString(name)) { Content = new StringContent("{\"cells\":[]}") };
            using var answer = await visitor.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => served.Connect(name));
        Assert.Equal(["one.ipynb"], new PageFolder(served.Folder).List());
    }

    [Fact]
    public async Task Files_of_the_page_are_those_that_were_built_in()
    {
        using var visitor = await served.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/web/codemirror/LICENSE")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/web/..%2f..%2fetc%2fpasswd")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/web/notebook/notebook.js")).StatusCode);
    }

    [Fact]
    public async Task A_request_beyond_all_measure_is_refused_and_changes_nothing()
    {
        using var visitor = await served.Visitor();
        var before = File.ReadAllText(Path.Combine(served.Folder, "one.ipynb"));
        var status = await Status(() => visitor.PutAsync("/api/notebook?name=one.ipynb", new ByteArrayContent(new byte[PageServer.MostBytes + 1])));

        Assert.True(status is HttpStatusCode.RequestEntityTooLarge or null, $"{status}");
        Assert.Equal(before, File.ReadAllText(Path.Combine(served.Folder, "one.ipynb")));
    }

    [Fact]
    public async Task A_message_beyond_all_measure_ends_the_line()
    {
        using var socket = await served.Connect("one.ipynb");
        await Served.Hear(socket, "hello");
        await socket.SendAsync(new byte[PageServer.MostMessage + 1], WebSocketMessageType.Text, true, CancellationToken.None);

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await CloseOf(socket));
    }

    [Theory]
    [InlineData("what")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"run\"}")]
    [InlineData("{\"type\":\"run\",\"cell\":1,\"code\":2,\"language\":3}")]
    [InlineData("{\"type\":\"complete\",\"seq\":\"x\",\"code\":\"1\"}")]
    [InlineData("{\"type\":\"shutdown\"}")]
    public async Task A_message_that_the_page_would_not_send_ends_the_line(string message)
    {
        using var socket = await served.Connect("one.ipynb");
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, await CloseOf(socket));
    }

    [Fact]
    public async Task Every_answer_binds_the_browser()
    {
        using var visitor = await served.Visitor();
        var page = (await visitor.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();
        var frame = (await visitor.GetAsync("/frame")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'; script-src 'self';", page, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page, StringComparison.Ordinal);
        Assert.Contains("sandbox allow-scripts;", frame, StringComparison.Ordinal);
        Assert.DoesNotContain("connect-src", frame, StringComparison.Ordinal);
    }

    static async Task<HttpStatusCode?> Status(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var answer = await send();
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server may hang up before it was told all of it.
            return null;
        }
    }

    static async Task<WebSocketCloseStatus?> CloseOf(WebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var buffer = new byte[64 << 10];
        while (socket.State == WebSocketState.Open)
        {
            await socket.ReceiveAsync(buffer, limit.Token);
        }

        return socket.CloseStatus;
    }
}
