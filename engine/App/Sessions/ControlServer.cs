using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workbench.App;

/// <summary>Lets other processes of the same user speak to a running session: a socket file in its folder, a token beside it, one question and one answer a line.</summary>
sealed class ControlServer : IDisposable
{
    const int MostBytes = 64 * 1024;

    readonly SessionFolder folder;
    readonly string token;
    readonly Func<ControlRequest, string> answer;
    readonly Socket socket;
    readonly CancellationTokenSource stop = new();

    /// <summary>Begins to listen.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="answer">Makes the answer, one line of JSON.</param>
    public ControlServer(SessionFolder folder, Func<ControlRequest, string> answer)
    {
        this.folder = folder;
        this.answer = answer;
        token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        WritePrivate(folder.Token, token);
        File.Delete(folder.Socket);
        socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(ControlClient.Reachable(folder.Socket)));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        socket.Listen(8);
        _ = Task.Run(Accept);
    }

    public void Dispose()
    {
        stop.Cancel();
        socket.Dispose();
        File.Delete(folder.Socket);
        File.Delete(folder.Token);
        stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var client = await socket.AcceptAsync(stop.Token).ConfigureAwait(false);
                _ = Task.Run(() => Serve(client));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The session is over.
        }
    }

    async Task Serve(Socket client)
    {
        using var stream = new NetworkStream(client, ownsSocket: true);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            patience.CancelAfter(TimeSpan.FromSeconds(10));
            using var reader = new StreamReader(stream, Encoding.UTF8, false, 1024, leaveOpen: true);
            var line = await reader.ReadLineAsync(patience.Token).ConfigureAwait(false);
            var said = line is { Length: > 0 and < MostBytes } ? Answer(line) : ControlAnswer.Refused("nothing was asked");
            await stream.WriteAsync(Encoding.UTF8.GetBytes(said + "\n"), patience.Token).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Whoever asked went away.
        }
    }

    string Answer(string line)
    {
        ControlRequest? request;
        try
        {
            request = JsonSerializer.Deserialize<ControlRequest>(line);
        }
        catch (JsonException)
        {
            return ControlAnswer.Refused("that is no question");
        }

        return request is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Token), Encoding.UTF8.GetBytes(token))
            ? answer(request)
            : ControlAnswer.Refused(ControlAnswer.WrongToken);
    }

    static void WritePrivate(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(text));
    }
}
