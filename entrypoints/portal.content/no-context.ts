/** Stands in for WXT's content script context, which the script does without. */
export class ContentScriptContext {}
