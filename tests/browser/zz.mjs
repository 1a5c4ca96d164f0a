import { open } from "./harness/drive.mjs";
import { writeFileSync } from "node:fs";
import { By } from "selenium-webdriver";
const { driver, close } = await open();
const files=process.argv.slice(2);
try {
  for (const f of files) for (const [w,h,dark] of [[1280,1700,false],[390,1700,true]]) {
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride",{width:w,height:h,deviceScaleFactor:1,mobile:w<500});
    await driver.sendDevToolsCommand("Emulation.setEmulatedMedia",{features:[{name:"prefers-color-scheme",value:dark?"dark":"light"}]});
    await driver.get("http://127.0.0.1:8931/");
    await new Promise(r=>setTimeout(r,1200));
    await driver.findElement(By.id("file")).sendKeys(f);
    await new Promise(r=>setTimeout(r,2500));
    const n=f.split("/").pop().replace(/\W/g,"_");
    writeFileSync(`/tmp/v-${n}-${w}.png`,Buffer.from(await driver.takeScreenshot(),"base64"));
  }
} finally { await close(); }
process.exit(0);
