using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Workbench.Model;

namespace Workbench.App;

/// <summary>How the page's requests are answered: JSON, and for what was refused its code, cause and way out.</summary>
static class PageAnswer
{
    public static Task Json(HttpContext http, JsonNode body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    /// <summary>Refuses a request: for a person who opened a page in words, for the page's own script as JSON.</summary>
    public static Task Refuse(HttpContext http, int status, WorkbenchException error)
    {
        http.Response.StatusCode = status;
        if (!http.Request.Path.StartsWithSegments("/api"))
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync(error + "\n", http.RequestAborted);
        }

        return Json(http, Of(error));
    }

    /// <summary>An error as the page's script reads it.</summary>
    public static JsonObject Of(WorkbenchException error) => new() { ["code"] = error.Code, ["message"] = error.Message, ["try"] = error.TryNext };

    /// <summary>Answers with whatever the work came to.</summary>
    public static async Task Try(HttpContext http, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (WorkbenchException error)
        {
            await Refuse(http, StatusOf(error), error).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Refuse(http, error.StatusCode, PageErrors.TooLarge(PageServer.MostBytes)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && !http.RequestAborted.IsCancellationRequested)
        {
            await Refuse(http, StatusCodes.Status500InternalServerError, CliErrors.NotWritable("The notebook", error)).ConfigureAwait(false);
        }
    }

    static int StatusOf(WorkbenchException error) => error.Exit switch
    {
        ExitCode.NotFound => StatusCodes.Status404NotFound,
        ExitCode.Data when error.Code == PageErrors.ChangedOnDisk("").Code => StatusCodes.Status409Conflict,
        ExitCode.Usage when error.Code == PageErrors.NameTaken("").Code => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
