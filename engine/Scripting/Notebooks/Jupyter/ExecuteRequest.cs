namespace Workbench.Scripting.Notebooks;

/// <summary>A cell as a front end asks for it.</summary>
/// <param name="Cell">What to run.</param>
/// <param name="IsRemembered">Whether it can be asked for again.</param>
/// <param name="StopsOnError">Whether the cells that wait behind it are not to be run when it fails.</param>
/// <param name="Expressions">What else to evaluate behind it, by name.</param>
sealed record ExecuteRequest(CellRequest Cell, bool IsRemembered, bool StopsOnError, IReadOnlyList<(string Name, string Expression)> Expressions)
{
    public static ExecuteRequest Of(JupyterMessage request, string? notebook)
    {
        var content = request.Content;
        var isSilent = content.Flag("silent", false);
        var expressions = content.Fields("user_expressions");
        return new ExecuteRequest(
            // JupyterLab and VS Code name the cell in the metadata.
            new CellRequest(content.Text("code")) { CellId = request.Metadata.TextOrNone("cellId"), Notebook = notebook, IsSilent = isSilent },
            content.Flag("store_history", true) && !isSilent,
            content.Flag("stop_on_error", true),
            [.. expressions.All.Select(each => (each.Name, expressions.Text(each.Name, each.Value)))]);
    }
}
