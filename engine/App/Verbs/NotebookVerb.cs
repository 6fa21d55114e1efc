using System.CommandLine;

namespace Workbench.App;

/// <summary><c>notebook run|serve|install-kernel|export|convert</c>: strategies written and looked at in cells.</summary>
static class NotebookVerb
{
    public static Command Make(Workspace workspace) => new("notebook", "Run, serve and convert notebooks. Example: notebook run notebooks/01-first-backtest.ipynb")
    {
        NotebookRunVerb.Make(workspace),
        NotebookConvertVerb.Make(workspace),
        NotebookExportVerb.Make(workspace),
        NotebookInstallKernelVerb.Make(workspace),
        NotebookKernelVerb.Make(workspace),
        NotebookServeVerb.Make(workspace),
        NotebookWorkerVerb.Make(workspace),
    };
}
